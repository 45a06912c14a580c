package org.bellbuoy.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.Lockin;
import org.bellbuoy.register.lock.LockinJson;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register without}. */
@Command(
    name = "without",
    description =
        "Says what is left without a party and all that it controls, or without all parties of a"
            + " country: services and assets lost for certain and perhaps, services with one path"
            + " left, what else they hang on, and how repairs wait before and after.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterWithoutCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PARTY|COUNTRY",
      description =
          "Id, identifier, name or part of the name of a party, or a country as two capital letters"
              + " (ISO 3166-1).")
  String removed = "";

  @Mixin RegisterAsked asked = new RegisterAsked();

  @Mixin RegisterLockinAsked how = new RegisterLockinAsked();

  private final Environment environment;

  RegisterWithoutCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    Register register = loaded.register();
    LocalDate day = asked.day(register);
    Controllers controllers = RegisterLockinAsked.controllers(loaded, day);
    Lockin lockin = how.lockin(controllers, day);
    boolean country = register.entity(removed).isEmpty() && removed.matches("[A-Z]{2}");
    WithoutAnswer answer;
    if (country) {
      if (!lockin.knowsCountry(removed)) {
        throw new CommandException(
            "The register holds no party and no asset of the country %s.".formatted(removed));
      }
      answer = lockin.without(removed, true);
    } else {
      answer = lockin.without(party(register), false);
    }
    if (asked.json) {
      Writer writer = new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8);
      LockinJson.write(answer, writer);
      writer.flush();
    } else {
      new WithoutText(environment.out(), controllers).print(answer);
    }
    return Bellbuoy.OK;
  }

  private String party(Register register) {
    String id = asked.one(register, removed);
    Party party = register.party(id).orElse(null);
    if (party == null) {
      throw CommandException.usage(
          "'%s' is an asset (%s); name a party or a country.".formatted(removed, id));
    }
    if (party.kind().unnamed()) {
      throw CommandException.usage(
          "'%s' (%s) is %s: that is nobody who could be thought away."
              .formatted(removed, id, party.kindWord().toLowerCase(Locale.ROOT)));
    }
    return id;
  }
}
