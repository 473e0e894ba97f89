using Hub.Host.Commands;

// What the program can do: one line per command in HubCommands.All, one file per command in Commands/.
return await HubCommands.RunAsync(args);
