@NullMarked
package dev.countersign.derive.graph;

import org.jspecify.annotations.NullMarked;
