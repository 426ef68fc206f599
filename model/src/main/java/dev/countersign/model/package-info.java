/**
 * The language of {@code countersign.yaml} and the values it is read into. Read {@link
 * dev.countersign.model.SystemModel} first, then {@link dev.countersign.model.ModelReader}.
 */
@NullMarked
package dev.countersign.model;

import org.jspecify.annotations.NullMarked;
