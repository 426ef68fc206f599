package dev.countersign.attest.oms;

import java.io.IOException;

/** A file of a verified model has other bytes than when it was verified. None of them got out. */
public final class ChangedModel extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedModel(String name) {
    super(name + " has changed since the model was verified");
  }
}
