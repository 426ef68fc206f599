package dev.countersign.cli.diff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days for which the two versions are judged.
 *
 * @param after of the later version
 * @param before of the earlier; otherwise the same, so that only the files make a difference
 * @param ofCommit whether the earlier version is judged as of the day of its commit
 */
public record Days(LocalDate after, Optional<LocalDate> before, boolean ofCommit) {}
