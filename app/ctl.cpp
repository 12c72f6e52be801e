#include "ctl/commands.h"

int main(int argc, char **argv)
{
    return ctl::run(argc, argv);
}
