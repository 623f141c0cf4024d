package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives the settings to every command that asks for them in its constructor. */
record Commands(Settings settings) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Settings.class) {
        return type.cast(constructor.newInstance(settings));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
