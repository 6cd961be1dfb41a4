#pragma once

#include <stddef.h>
#include <stdint.h>

// LLVM's coverage-guided fuzzer, https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library;
// `-sanitize=fuzzer` links it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
