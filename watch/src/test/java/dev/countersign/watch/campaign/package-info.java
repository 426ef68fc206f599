@NullMarked
package dev.countersign.watch.campaign;

import org.jspecify.annotations.NullMarked;
