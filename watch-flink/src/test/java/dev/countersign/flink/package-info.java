@NullMarked
package dev.countersign.flink;

import org.jspecify.annotations.NullMarked;
