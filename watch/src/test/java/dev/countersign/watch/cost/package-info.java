@NullMarked
package dev.countersign.watch.cost;

import org.jspecify.annotations.NullMarked;
