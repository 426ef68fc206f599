@NullMarked
package dev.countersign.watch.heartbeat;

import org.jspecify.annotations.NullMarked;
