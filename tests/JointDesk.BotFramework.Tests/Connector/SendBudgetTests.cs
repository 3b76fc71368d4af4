namespace JointDesk.BotFramework.Tests;

public class SendBudgetTests
{
    private static readonly SendRate[] Rates = [new(3, TimeSpan.FromSeconds(1)), new(20, TimeSpan.FromSeconds(15))];
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_waits_as_one_who_remembers_everything_would()
    {
        var chance = new Random(7);
        var budget = new SendBudget(Rates);
        var all = new List<DateTimeOffset>();
        var now = Start;
        for (var i = 0; i < 2_000; i++)
        {
            now += TimeSpan.FromMilliseconds(chance.Next(1_200));
            var expected = Rates.Where(rate => all.Count >= rate.Count).Select(rate => all[^rate.Count] + rate.Within - now).Append(TimeSpan.Zero).Max();
            Assert.Equal(expected, budget.WaitAt(now));
            now += expected;
            budget.Sent(now);
            all.Add(now);
        }
    }

    [Fact]
    public void It_is_forgotten_only_when_beginning_anew_cannot_exceed_a_rate()
    {
        var budget = new SendBudget(Rates);
        Assert.True(budget.IsForgottenAt(Start));
        budget.Sent(Start);
        Assert.False(budget.IsForgottenAt(Start + TimeSpan.FromMilliseconds(700)));
        Assert.True(budget.IsForgottenAt(Start + TimeSpan.FromSeconds(1)));
        for (var i = 0; i < 40; i++)
            budget.Sent(Start);
        Assert.False(budget.IsForgottenAt(Start + TimeSpan.FromSeconds(14)));
        Assert.True(budget.IsForgottenAt(Start + TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public void Without_rates_nothing_is_waited_for()
    {
        var budget = new SendBudget([]);
        budget.Sent(Start);
        Assert.Equal(TimeSpan.Zero, budget.WaitAt(Start));
        Assert.True(budget.IsForgottenAt(Start));
    }
}
