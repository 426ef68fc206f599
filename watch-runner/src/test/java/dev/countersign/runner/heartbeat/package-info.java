@NullMarked
package dev.countersign.runner.heartbeat;

import org.jspecify.annotations.NullMarked;
