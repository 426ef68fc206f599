package dev.countersign.bom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is said of data besides its name and its bytes.
 *
 * @param sensitivity a word of the language, for example {@code personal}
 * @param owners organisations or people who decide about it
 * @param custodians who keep it
 * @param stewards who answer for its content
 * @param sources where it comes from, a phrase each
 * @param collection how it was collected
 * @param preparation the steps that made it, first to last
 * @param labels how labels came about
 * @param period the days that it tells of
 * @param rows of its tables
 * @param treeDigest the digest of all its files, as a signed or unsigned statement says
 */
public record DataCard(
    Optional<String> sensitivity,
    List<String> owners,
    List<String> custodians,
    List<String> stewards,
    List<String> sources,
    Optional<String> collection,
    List<String> preparation,
    Optional<String> labels,
    Optional<String> period,
    OptionalLong rows,
    Optional<String> treeDigest) {
  public DataCard {
    owners = List.copyOf(owners);
    custodians = List.copyOf(custodians);
    stewards = List.copyOf(stewards);
    sources = List.copyOf(sources);
    preparation = List.copyOf(preparation);
  }
}
