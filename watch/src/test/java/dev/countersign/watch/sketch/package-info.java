@NullMarked
package dev.countersign.watch.sketch;

import org.jspecify.annotations.NullMarked;
