@NullMarked
package dev.countersign.runner.screen;

import org.jspecify.annotations.NullMarked;
