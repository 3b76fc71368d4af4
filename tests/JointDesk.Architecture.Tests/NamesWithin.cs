using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace JointDesk.Architecture.Tests;

/// <summary>Which type names which, inside one assembly: bases, members, attributes, and the bodies of methods.</summary>
internal sealed class NamesWithin : IDisposable
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly TypesNamed named;

    public NamesWithin(string assembly)
    {
        image = new PEReader(File.OpenRead(assembly));
        metadata = image.GetMetadataReader();
        named = new TypesNamed(metadata);
    }

    /// <summary>Pairs of (namespace, type); what the compiler nests stands for the type around it.</summary>
    public IEnumerable<((string Space, string Name) From, (string Space, string Name) To)> Pairs() =>
        from handle in metadata.TypeDefinitions
        from target in NamedBy(metadata.GetTypeDefinition(handle))
        select (Around(handle), Around(target));

    public void Dispose() => image.Dispose();

    private IEnumerable<TypeDefinitionHandle> NamedBy(TypeDefinition type) =>
    [
        .. named.In(type.BaseType),
        .. type.GetInterfaceImplementations().SelectMany(i => named.In(metadata.GetInterfaceImplementation(i).Interface)),
        .. type.GetFields().SelectMany(f => metadata.GetFieldDefinition(f).DecodeSignature(named, null)),
        .. type.GetCustomAttributes().SelectMany(a => named.In(metadata.GetCustomAttribute(a).Constructor)),
        .. type.GetGenericParameters().SelectMany(Constraints),
        .. type.GetMethods().SelectMany(m => NamedBy(metadata.GetMethodDefinition(m))),
    ];

    private IEnumerable<TypeDefinitionHandle> NamedBy(MethodDefinition method) =>
    [
        .. named.In(method.DecodeSignature(named, null)),
        .. method.GetGenericParameters().SelectMany(Constraints),
        .. method.RelativeVirtualAddress == 0 ? [] : NamedBy(image.GetMethodBody(method.RelativeVirtualAddress)),
    ];

    private IEnumerable<TypeDefinitionHandle> NamedBy(MethodBodyBlock body) =>
    [
        .. named.In(body.LocalSignature),
        .. body.ExceptionRegions.SelectMany(e => named.In(e.CatchType)),
        .. Tokens(body.GetILReader()).SelectMany(t => named.In(t)),
    ];

    private IEnumerable<TypeDefinitionHandle> Constraints(GenericParameterHandle parameter) =>
        metadata.GetGenericParameter(parameter).GetConstraints().SelectMany(c => named.In(metadata.GetGenericParameterConstraint(c).Type));

    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var value = (int)code.ReadByte();
            // ECMA-335 III.1.2: 0xFE introduces the opcodes of two bytes.
            if (value == 0xFE)
                value = (value << 8) | code.ReadByte();
            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    code.Offset += 4 * code.ReadInt32();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
        return tokens;
    }

    private (string Space, string Name) Around(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
