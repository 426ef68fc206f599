/**
 * The graph of a system: who can influence each thing that a model reads, and who can see what
 * comes of each. Read {@link dev.countersign.derive.graph.SystemGraph} first.
 */
@NullMarked
package dev.countersign.derive.graph;

import org.jspecify.annotations.NullMarked;
