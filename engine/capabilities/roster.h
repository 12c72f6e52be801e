// The list of capabilities, one line each: the name of the constant that its .cpp defines as
// `extern const Capability NAME = {...};` in namespace capabilities. Order does not matter.
// To add a capability, write engine/capabilities/<name>.cpp and add its line here.
//
// Included by registry.cpp only, with DREAM_CAPABILITY defined.
