package dev.countersign.report.json;

import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.Standing;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** The properties of the signature of one role. */
public final class SignOffJson {
  private final JsonGenerator json;

  /** Writes to that document. */
  public SignOffJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes into the object that is open. */
  public void write(SignOff signOff) {
    json.writeStringProperty("role", signOff.role().word());
    JsonText.optional(json, "named", signOff.named());
    json.writeBooleanProperty("required", signOff.required());
    switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> json.writeStringProperty("state", "unsigned");
      case SignOff.State.Signed(var by, var on) -> {
        json.writeStringProperty("state", "signed");
        signed(by, on);
      }
      case SignOff.State.Void gone -> {
        json.writeStringProperty("state", "void");
        signed(gone.by(), gone.on());
        JsonText.objects(json, "causes", gone.reasons(), this::reason);
      }
    }
    counts(signOff);
  }

  private void signed(String by, LocalDate on) {
    json.writeStringProperty("by", by);
    json.writeStringProperty("on", on.toString());
  }

  private void reason(SignOff.Reason reason) {
    json.writeStringProperty("kind", reason.cause().sort().word());
    json.writeStringProperty("subject", reason.cause().subject());
    json.writeStringProperty("text", reason.cause().text());
    JsonText.strings(json, "items", reason.items());
  }

  private void counts(SignOff signOff) {
    if (!signOff.items().isEmpty()) {
      json.writeNumberProperty("stands", signOff.count(Standing.Sort.STANDS));
      json.writeNumberProperty("void", signOff.count(Standing.Sort.VOID));
      json.writeNumberProperty("new", signOff.count(Standing.Sort.NEW));
    }
  }
}
