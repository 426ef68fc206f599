package dev.countersign.cli.model;

import dev.countersign.attest.oms.OmsVerification;
import java.time.LocalDate;

/**
 * What was said about a model.
 *
 * @param model as the user named it
 * @param bundle the file of its signature, as the user would name it
 * @param asOf the day of the judgement
 */
public record Verdict(String model, String bundle, LocalDate asOf, OmsVerification result) {}
