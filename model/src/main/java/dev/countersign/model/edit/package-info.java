/**
 * Changes the text of model files without losing what people wrote around it: comments, order,
 * quotes, empty lines. Read {@link dev.countersign.model.edit.ModelEdit} first, then {@link
 * dev.countersign.model.edit.YamlEdit}.
 */
@NullMarked
package dev.countersign.model.edit;

import org.jspecify.annotations.NullMarked;
