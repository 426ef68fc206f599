/**
 * Everything about one id, whatever it is the id of. Read {@link
 * dev.countersign.cli.explain.Explainer} first; each kind of thing is one {@link
 * dev.countersign.cli.explain.Topic}.
 */
@NullMarked
package dev.countersign.cli.explain;

import org.jspecify.annotations.NullMarked;
