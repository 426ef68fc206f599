@NullMarked
package dev.countersign.fit.input;

import org.jspecify.annotations.NullMarked;
