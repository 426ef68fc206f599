@NullMarked
package dev.countersign.model.edit;

import org.jspecify.annotations.NullMarked;
