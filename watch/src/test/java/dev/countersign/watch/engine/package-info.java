@NullMarked
package dev.countersign.watch.engine;

import org.jspecify.annotations.NullMarked;
