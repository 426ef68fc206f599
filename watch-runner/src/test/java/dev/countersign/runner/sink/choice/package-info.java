@NullMarked
package dev.countersign.runner.sink.choice;

import org.jspecify.annotations.NullMarked;
