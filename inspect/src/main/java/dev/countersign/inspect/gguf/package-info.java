/** Models of llama.cpp: GGUF, and the formats of ggml that it replaced. */
@NullMarked
package dev.countersign.inspect.gguf;

import org.jspecify.annotations.NullMarked;
