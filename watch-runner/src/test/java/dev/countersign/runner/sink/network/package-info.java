@NullMarked
package dev.countersign.runner.sink.network;

import org.jspecify.annotations.NullMarked;
