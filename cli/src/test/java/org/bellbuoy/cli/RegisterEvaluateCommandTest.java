package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command by itself, without the command line around it. */
final class RegisterEvaluateCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void pairsAreCountedAndRowsThatCannotBeReadAreNamed() throws IOException {
    Files.writeString(
        folder.resolve("pairs.csv"),
        """
        schema,name1,name2,is_match
        Company,Harbour Works Ltd,Harbour Works Limited,true
        Company,Harbour Works Ltd,Northern Dredging SA,false
        Dragon,a,b,true
        """);
    assertThat(command("pairs.csv").call()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "2 pairs: F1 1.000 over all",
            "| all | 2 | 1 | 0 | 0 | 1.000 | 1.000 | 1.000 |",
            "Line 4: The field schema says \"Dragon\", which is no type known here.");
  }

  @Test
  void aFileWithoutPairsFails() throws IOException {
    Files.writeString(folder.resolve("pairs.csv"), "a,b\n");
    assertThatThrownBy(() -> command("pairs.csv").call())
        .isInstanceOf(CommandException.class)
        .hasMessage("pairs.csv holds no pair that could be read.");
    assertThatThrownBy(() -> command("none.csv").call())
        .isInstanceOf(CommandException.class)
        .hasMessage("There is no file none.csv.");
  }

  private RegisterEvaluateCommand.Matching command(String file) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    RegisterEvaluateCommand.Matching command =
        new RegisterEvaluateCommand.Matching(
            new Environment(
                InputStream.nullInputStream(), print, print, false, () -> 0, 1, folder));
    command.file = Path.of(file);
    return command;
  }
}
