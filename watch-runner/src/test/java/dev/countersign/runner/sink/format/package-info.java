@NullMarked
package dev.countersign.runner.sink.format;

import org.jspecify.annotations.NullMarked;
