using JointDesk.Talk.Understanding;

// Called by the build of the server: learns the intents from the phrases of dialogs/ and writes what is learnt into the file named.
using var file = File.Create(args[0]);
IntentModel.Learn(PhraseBook.Load()).Write(file);
