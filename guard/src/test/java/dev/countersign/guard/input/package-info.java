@NullMarked
package dev.countersign.guard.input;

import org.jspecify.annotations.NullMarked;
