@NullMarked
package dev.countersign.watch.agent;

import org.jspecify.annotations.NullMarked;
