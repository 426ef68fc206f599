@NullMarked
package dev.countersign.runner;

import org.jspecify.annotations.NullMarked;
