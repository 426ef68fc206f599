package dev.countersign.assess.policy;

import dev.countersign.model.Place;

/**
 * A rule pack of the organisation.
 *
 * @param path its folder, relative to the policy's file
 * @param place where the policy names it
 */
public record ExtraPack(String path, Place place) {}
