#include "ctl/commands.h"
#include "memory.h"

int main(int argc, char **argv)
{
    arrangeMemory();
    return ctl::run(argc, argv);
}
