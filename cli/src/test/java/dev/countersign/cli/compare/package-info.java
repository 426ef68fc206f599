@NullMarked
package dev.countersign.cli.compare;

import org.jspecify.annotations.NullMarked;
