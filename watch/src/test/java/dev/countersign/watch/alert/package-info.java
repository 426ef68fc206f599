@NullMarked
package dev.countersign.watch.alert;

import org.jspecify.annotations.NullMarked;
