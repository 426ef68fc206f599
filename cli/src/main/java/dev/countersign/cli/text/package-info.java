/**
 * The verdict as text for a person: verdict first, then what to do next, threats by stage,
 * controls, findings, and questions last. Read {@link dev.countersign.cli.text.TextReport} first;
 * each section is one class.
 */
@NullMarked
package dev.countersign.cli.text;

import org.jspecify.annotations.NullMarked;
