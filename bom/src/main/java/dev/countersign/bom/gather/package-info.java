/** Gathers what a system is made of. Read {@link dev.countersign.bom.gather.Gathering} first. */
@NullMarked
package dev.countersign.bom.gather;

import org.jspecify.annotations.NullMarked;
