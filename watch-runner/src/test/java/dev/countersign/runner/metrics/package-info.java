@NullMarked
package dev.countersign.runner.metrics;

import org.jspecify.annotations.NullMarked;
