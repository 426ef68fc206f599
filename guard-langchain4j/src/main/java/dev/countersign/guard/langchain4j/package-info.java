/**
 * The tool gate around the tools of LangChain4j's AI services: {@link
 * dev.countersign.guard.langchain4j.GuardedTools}.
 */
@NullMarked
package dev.countersign.guard.langchain4j;

import org.jspecify.annotations.NullMarked;
