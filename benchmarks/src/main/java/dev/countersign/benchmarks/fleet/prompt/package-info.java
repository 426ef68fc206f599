/** Chats of benign users, and injected instructions that are spread over many of them. */
@NullMarked
package dev.countersign.benchmarks.fleet.prompt;

import org.jspecify.annotations.NullMarked;
