from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('opportunities', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='opportunitystatement',
            name='origin',
            field=models.CharField(choices=[('stated', 'stated by the organisation'), ('confirmed', 'confirmed by the organisation'), ('text', 'found in a text'), ('name', 'found in the name'), ('imported', 'from a register'), ('inferred', 'inferred from the industry code')], default='stated', max_length=10, verbose_name='origin'),
        ),
    ]
