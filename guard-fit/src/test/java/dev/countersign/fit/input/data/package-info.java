@NullMarked
package dev.countersign.fit.input.data;

import org.jspecify.annotations.NullMarked;
