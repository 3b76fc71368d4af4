namespace JointDesk.Store;

/// <summary>A file cannot be used or an order to the store not be carried out. Nothing was changed.</summary>
/// <param name="message">One line for the officer of the machine: what, where, and what to do.</param>
public sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
