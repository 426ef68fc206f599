@NullMarked
package dev.countersign.watch.drift;

import org.jspecify.annotations.NullMarked;
