@NullMarked
package dev.countersign.runner.sink;

import org.jspecify.annotations.NullMarked;
