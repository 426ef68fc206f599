/**
 * JSON as signatures need it: one reading of every byte. Read {@link
 * dev.countersign.attest.json.StrictJson} first.
 */
@NullMarked
package dev.countersign.attest.json;

import org.jspecify.annotations.NullMarked;
