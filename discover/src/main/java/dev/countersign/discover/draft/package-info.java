/**
 * From findings to a draft of {@code countersign.yaml}. Read {@link
 * dev.countersign.discover.draft.Drafter} first, then {@link
 * dev.countersign.discover.draft.DraftWriter}.
 */
@NullMarked
package dev.countersign.discover.draft;

import org.jspecify.annotations.NullMarked;
