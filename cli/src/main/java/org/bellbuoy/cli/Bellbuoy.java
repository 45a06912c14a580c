package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command. */
@Command(
    name = "bellbuoy",
    description = {
      "Watches infrastructure that its keepers depend on but do not control:",
      "who can touch this, could I see it, and did they?"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      SeaCommand.class,
      ServerCommand.class,
      PortCommand.class,
      RegisterCommand.class,
      FindingsCommand.class,
      RulesCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:ran",
      "1:failed; what was done so far is kept",
      "2:wrong usage",
      "3:findings of the level given with --fail-on exist"
    })
public final class Bellbuoy {
  /** Ran. */
  public static final int OK = 0;

  /** Failed. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Findings of the level asked for exist. */
  public static final int FOUND = 3;

  Bellbuoy() {}

  /** The exit status of a watch: what was found counts for more than what could not be read. */
  static int status(boolean problems, boolean found) {
    return found ? FOUND : problems ? FAILED : OK;
  }

  /** Runs one command line and gives its exit status. */
  public static int run(Environment environment, String... args) {
    CommandLine commandLine = new CommandLine(Bellbuoy.class, new Factory(environment));
    commandLine.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          String sentence = sentence(exception);
          if (sentence == null) {
            throw exception;
          }
          environment.err().println("bellbuoy: " + SafeText.visible(sentence));
          return exception instanceof CommandException e ? e.status() : FAILED;
        });
    if (args.length == 0) {
      commandLine.usage(environment.out());
      return OK;
    }
    return commandLine.execute(args);
  }

  /** A problem of the world around in a sentence; null for a bug, which must be seen whole. */
  static @Nullable String sentence(@Nullable Throwable exception) {
    if (exception == null) {
      return null;
    }
    return switch (exception) {
      case SourceException e -> String.valueOf(e.getMessage());
      case CommandException e -> String.valueOf(e.getMessage());
      case UncheckedIOException e -> sentence(e.getCause());
      case NoSuchFileException e -> e.getFile() + " does not exist.";
      case AccessDeniedException e -> e.getFile() + " may not be read or written.";
      case FileSystemException e ->
          e.getFile() + " cannot be used: " + reason(e.getReason(), e) + ".";
      case IOException e -> "reading or writing failed: " + reason(e.getMessage(), e) + ".";
      default ->
          exception.getClass().getName().equals("org.bellbuoy.store.StoreException")
              ? String.valueOf(exception.getMessage())
              : null;
    };
  }

  private static String reason(@Nullable String reason, Throwable e) {
    if (reason == null) {
      return e.getClass().getSimpleName();
    }
    return reason.toLowerCase(Locale.ROOT).contains("no space left")
        ? "the disk is full; free some space and run again, what was written so far is kept"
        : reason;
  }

  /** Makes commands, giving them the environment when they ask for it. */
  private record Factory(Environment environment) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Environment.class) {
          return type.cast(constructor.newInstance(environment));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
