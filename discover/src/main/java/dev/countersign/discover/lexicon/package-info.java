/**
 * What names mean: of libraries, calls, models, images, file endings, MCP servers. All of it is
 * data in the YAML files beside {@link dev.countersign.discover.Discovery}; the classes here only
 * read it. To teach Countersign a library, add a line to {@code libraries.yaml}.
 */
@NullMarked
package dev.countersign.discover.lexicon;

import org.jspecify.annotations.NullMarked;
