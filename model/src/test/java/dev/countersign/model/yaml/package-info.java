@NullMarked
package dev.countersign.model.yaml;

import org.jspecify.annotations.NullMarked;
