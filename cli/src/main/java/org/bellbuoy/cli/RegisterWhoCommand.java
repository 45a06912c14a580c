package org.bellbuoy.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.Touches;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register who}. */
@Command(
    name = "who",
    description =
        "Lists everything a party touches, itself and through those whom it controls by majority for"
            + " certain; of an asset, who has a role in it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterWhoCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Id in the register, identifier (IMO number, LEI ...), name or part of one.")
  String name = "";

  @Mixin RegisterAsked asked = new RegisterAsked();

  private final Environment environment;

  RegisterWhoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    String id = asked.one(loaded.register(), name);
    Register register = loaded.register().asOf(asked.day(loaded.register()));
    List<Touches.Touch> touches = Touches.of(register, id);
    if (asked.json) {
      for (Touches.Touch touch : touches) {
        environment.out().print(json(touch));
      }
    } else {
      text(register, id, touches);
    }
    environment.out().flush();
    return Bellbuoy.OK;
  }

  private void text(Register register, String id, List<Touches.Touch> touches) {
    line(
        "%s (%s), as of %s: %d roles"
            .formatted(named(register, id), id, asked.day(register), touches.size()));
    note(register.entity(id).map(entity -> entity.statement().note()).orElse(""), "  ");
    for (Touches.Touch touch : touches) {
      Role role = touch.role();
      String share = role.share() == null ? "" : ", " + role.share();
      String through =
          touch.through().isEmpty() ? "" : ", through " + named(register, touch.through());
      line(
          "  %s of %s%s (%s%s)%s [%s, %s]"
              .formatted(
                  Words.of(role.kind()),
                  named(register, role.target()),
                  role.holder().equals(id) || !touch.through().isEmpty()
                      ? ""
                      : ": " + named(register, role.holder()),
                  Words.of(role.basis()),
                  share,
                  through,
                  role.statement().source(),
                  role.statement().place()));
      note(role.statement().note(), "    ");
    }
  }

  private void note(String note, String indent) {
    if (!note.isEmpty()) {
      line(indent + "Note: " + note);
    }
  }

  private void line(String text) {
    environment.out().print(SafeText.visible(text) + "\n");
  }

  private static String named(Register register, String id) {
    return register.entity(id).map(Entity::name).orElse(id);
  }

  private static String json(Touches.Touch touch) throws IOException {
    StringWriter line = new StringWriter();
    Role role = touch.role();
    try (JsonOut json = JsonOut.compact(line)) {
      json.object().text("holder", role.holder()).text("target", role.target());
      json.text("role", Words.of(role.kind())).text("basis", Words.of(role.basis()));
      json.places("shareMin", role.share() == null ? null : role.share().min(), 12);
      json.places("shareMax", role.share() == null ? null : role.share().max(), 12);
      json.text("through", touch.through()).text("source", role.statement().source());
      json.text("note", role.statement().note());
      json.text("place", role.statement().place().toString()).endObject();
    }
    return line + "\n";
  }
}
